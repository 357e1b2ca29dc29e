import express from 'express';
const app = express();
app.get('/', () => {
  for (;;);
});
export default app;
