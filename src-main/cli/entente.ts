import { main } from './main'

// A reader that has seen enough (`entente status F | head`) closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })

process.exitCode = await main(process.argv.slice(2), {
  write: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`)
})
