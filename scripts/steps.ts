import { spawnSync } from 'node:child_process'

export type Step = [name: string, command: string]

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`

/** Runs the project's own tools one after another; the first failure ends the process with its status. */
export function runSteps(steps: readonly Step[], more: NodeJS.ProcessEnv = {}): void {
  const started = Date.now()
  for (const [name, command] of steps) {
    console.log(`\n── ${name}: ${command}`)
    const at = Date.now()
    const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
      stdio: 'inherit',
      env: { ...process.env, ...more },
      shell: process.platform === 'win32',
    })
    if (status !== 0) {
      console.error(`\n${name} failed after ${seconds(at)}.`)
      process.exit(status ?? 1)
    }
    console.log(`── ${name}: ${seconds(at)}`)
  }
  console.log(`\nAll of it passed in ${seconds(started)}.`)
}
