import { readFile } from 'node:fs/promises'
import { CONTENT_POLICY } from './content-policy'
import type { PageFile } from './manifest'
import { APP_HOST } from './page-address'

/** Every answer says what may be loaded, and that its type is not to be guessed. */
const HEADERS = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer'
}

/** The answer to one request for a file of the page: the file, if the manifest has it. */
export async function pageAnswer(
  manifest: ReadonlyMap<string, PageFile>,
  { method, url }: Pick<Request, 'method' | 'url'>
): Promise<Response> {
  const { host, pathname } = new URL(url)
  const file = host === APP_HOST ? manifest.get(pathname) : undefined
  if (!file) return new Response('Not found', { status: 404, headers: HEADERS })
  if (method !== 'GET' && method !== 'HEAD') return new Response('Not allowed', { status: 405, headers: HEADERS })
  const body = method === 'GET' ? new Uint8Array(await readFile(file.path)) : null
  return new Response(body, { headers: { ...HEADERS, 'Content-Type': file.type } })
}
