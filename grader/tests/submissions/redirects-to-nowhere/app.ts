export default (_req: any, res: any) => res.writeHead(302, { location: 'http://[' }).end();
