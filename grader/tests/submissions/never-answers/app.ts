import express from 'express';
const app = express();
app.get('/', () => {});
export default app;
