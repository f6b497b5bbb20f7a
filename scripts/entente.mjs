#!/usr/bin/env node
import { join } from 'node:path'
// @ts-check
// The command line: builds what is missing, then runs it. It needs neither Electron nor a display, and writes nothing of
// its own to stdout.
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ROOT } from './preflight.mjs'
import { launch } from './trouble.mjs'

await launch(import.meta.url, async () => {
  await ensureBuilt()
  // npm runs this in the project's folder. Change back to the user's folder, as paths are relative to it.
  if (process.env.npm_lifecycle_event === 'entente' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  await import(pathToFileURL(join(ROOT, 'out/main/entente.js')).href)
  return Number(process.exitCode ?? 0)
})
