import { main } from '@main/cli/main'

// `entente export` in a process of its own, which says in the end what it needed.

process.exitCode = await main(process.argv.slice(2), {
  write: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`)
})
const { user, system } = process.cpuUsage()
const cpu = Math.round((user + system) / 1000)
process.stderr.write(`CPU ${cpu} ms, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`)
