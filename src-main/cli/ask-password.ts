import type { ReadStream } from 'node:tty'

/** What a terminal is to us. */
export interface Terminal {
  readonly input: Pick<ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>
  readonly output: { readonly write: (text: string) => unknown }
}

const OWN: Terminal = { input: process.stdin, output: process.stderr }

/** Asks for a password without showing it; undefined where there is no terminal, or where it is given up with Ctrl+C or Ctrl+D. */
export async function askPassword(question: string, { input, output }: Terminal = OWN): Promise<string | undefined> {
  if (!input.isTTY) return undefined
  output.write(question)
  input.setRawMode(true)
  input.resume()
  try {
    return await new Promise((resolve) => {
      let typed = ''
      const take = (chunk: Buffer | string) => {
        for (const key of String(chunk)) {
          const isEnter = key === '\r' || key === '\n'
          if (isEnter || key === '\u0003' || key === '\u0004') {
            input.off('data', take)
            return resolve(isEnter ? typed : undefined)
          }
          typed = key === '\u007f' || key === '\b' ? [...typed].slice(0, -1).join('') : typed + key
        }
      }
      input.on('data', take)
    })
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}
