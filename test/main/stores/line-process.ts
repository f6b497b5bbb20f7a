import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A process that is told what to do and answers, each in one line. */
export class LineProcess {
  readonly #process: ChildProcess
  /** All that it has said. */
  readonly lines: string[] = []
  readonly #gone: Promise<void>
  #waiting: (() => void)[] = []

  constructor(program: string, ...args: readonly string[]) {
    this.#process = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    const { stdin, stdout } = this.#process
    if (!stdout) throw new Error('no pipe')
    // A killed process reads no more.
    stdin?.on('error', () => {})
    createInterface({ input: stdout }).on('line', (line) => {
      this.lines.push(line)
      this.#wake()
    })
    this.#gone = new Promise((resolve) => {
      this.#process.once('close', () => resolve())
    })
    void this.#gone.then(() => this.#wake())
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null
  }

  tell(line: string): void {
    this.#process.stdin?.write(`${line}\n`)
  }

  /** The next line after n lines; rejects when the process ends before. */
  async line(after: number): Promise<string> {
    for (;;) {
      const line = this.lines[after]
      if (line !== undefined) return line
      if (!this.isRunning) throw new Error(`it ended after: ${this.lines.slice(-3).join(' / ')}`)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** Tells it something and waits for the answer. */
  ask(line: string): Promise<string> {
    const after = this.lines.length
    this.tell(line)
    return this.line(after)
  }

  /** Ends it as a crash does (SIGKILL); resolves when all that it said has arrived. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#gone
  }

  #wake() {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
