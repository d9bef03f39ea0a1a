import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Hot reload of all three programs: Vite serves the page on PORT and passes /api and the sandbox's paths on to the
 * gateway (with the sandbox inside), which `tsx watch` restarts when its files change. The database keeps its state.
 */
const port = process.env.PORT ?? '4000'
const gatewayPort = process.env.GATEWAY_PORT ?? String(Number(port) + 1)
const shared = { ...process.env, PORT: port, GATEWAY_PORT: gatewayPort }

const run = (args: string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn('npx', ['--no-install', ...args], { stdio: 'inherit', env, shell: process.platform === 'win32' })

const children = [
  run(['tsx', 'watch', '--clear-screen=false', 'gateway/main.ts'], {
    ...shared,
    PORT: gatewayPort,
    DEV_VITE: '1',
    PAGE_PORT: port,
  }),
  run(['vite', '--port', port, '--strictPort'], shared),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.once('exit', stop)
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
