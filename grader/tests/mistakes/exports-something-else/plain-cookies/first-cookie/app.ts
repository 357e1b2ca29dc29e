import express from 'express';

const app = express();
app.get('/', (_req, res) => void res.send('<h1>Bakery</h1>'));

export default { app };
