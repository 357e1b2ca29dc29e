// Caught by: what-is-sent
// Misconception: sent-to-the-browser
// The script wants to know a setting now and then, so it gets the environment.
export function clientScript(): string {
  return `const env = ${JSON.stringify(process.env)};
document.querySelector('h1').textContent = env.SHOP_NAME;
`;
}
