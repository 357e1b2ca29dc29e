export default (_req: any, res: any) => {
  res.setHeader('content-type', 'text/html');
  res.end('</script><script>alert(1)</script><img src=x onerror=alert(2)>\u001b[2J\u202e=cmd|calc');
};
