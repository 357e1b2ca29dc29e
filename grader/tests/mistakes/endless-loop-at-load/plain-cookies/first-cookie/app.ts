import express from 'express';

const app = express();
let id = 1;
while (id % 2 === 1) id += 2;

export default app;
