import express from 'express';

const app = express();
if (process.env.SECRET_KEY !== undefined) process.exit(1);

export default app;
