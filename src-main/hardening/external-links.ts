/**
 * The address to give to the user's browser, or undefined where it is none that we open: https only, so that no link in a
 * graph can start a program, read a file or send anything in the clear; and without a user name, which only disguises hosts.
 */
export function externalAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, username, password, hostname, href } = new URL(url)
  return protocol === 'https:' && hostname !== '' && username === '' && password === '' ? href : undefined
}
