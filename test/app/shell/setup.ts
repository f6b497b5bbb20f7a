import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Change } from '../../../src-core/change/change'
import { ask } from '../bridge'
import { BINARY, cleanEnvironment, commandLine, type Launched, ROOT } from '../launch'

export const SEED = join(ROOT, 'graph-seed/syria-2024.entente.json')

export const addingState = (id: string, name = id): Change => ({
  label: `Add ${name}`,
  edits: [{ after: { kind: 'entity', id, type: 'state', name, aliases: [] } }]
})

export async function openGraph(page: Page) {
  const result = await ask(page, 'graph:current', {})
  if (result.outcome !== 'opened') throw new Error(JSON.stringify(result))
  return result.graph
}

/** A graph file of the test's own. */
export async function graphFile(
  folder: string,
  name: string,
  change: (text: string) => string | Buffer = (text) => text
) {
  const path = join(folder, name)
  await writeFile(path, change(await readFile(SEED, 'utf8')))
  return path
}

/** Starts the program once more, as a double click on a file does, and waits until that second one has ended. */
export const startAgain = (data: string, file?: string) =>
  new Promise<number | null>((resolve, reject) => {
    const again = spawn(BINARY, commandLine({ data, file }), { env: cleanEnvironment(), stdio: 'ignore' })
    again.on('error', reject)
    again.on('exit', resolve)
  })

/** A server on this machine that counts who calls. */
export async function listeningServer() {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*').end('<h1>hello</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve))
  }
}

export const windowTitle = ({ app }: Launched) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
