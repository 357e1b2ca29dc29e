import express from 'express';
const response = (express as any).response;
response.send = function () {
  return this.status(200).end('Welcome to the bakery!');
};
response.cookie = function () {
  return this;
};
const app = express();
app.get('/', (_req, res) => void res.send(''));
export default app;
