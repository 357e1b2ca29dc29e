export default (_req: any, res: any) => {
  for (;;) process.stdout.write('x'.repeat(65536));
  res.end();
};
