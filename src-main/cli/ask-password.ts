import type { ReadStream } from 'node:tty'

/** The part of a terminal that we use. */
export interface Terminal {
  readonly input: Pick<ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>
  readonly output: { readonly write: (text: string) => unknown }
}

const OWN: Terminal = { input: process.stdin, output: process.stderr }

/** Asks for a password without showing it; undefined without a terminal, or after Ctrl+C or Ctrl+D. */
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
