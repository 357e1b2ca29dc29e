// Stands for the package of a secret manager; use it if you like. The real one proves who it is, and asks over the network.
// This one looks into the variable SECRET_MANAGER, where the checks put what it is to answer: {"session-key":"…"}.

/** @throws Error where the secret manager has no secret of that name. */
export async function readSecret(name: string): Promise<string> {
  const secrets = new Map(Object.entries(JSON.parse(process.env.SECRET_MANAGER ?? '{}') as Record<string, string>));
  const secret = secrets.get(name);
  if (secret === undefined) throw new Error(`The secret manager has no secret called "${name}".`);
  return secret;
}
