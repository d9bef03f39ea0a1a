import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Hot reload of all three programs: Vite serves the page on PORT and passes /api and the sandbox's paths on to the
 * gateway (with the sandbox inside), which `tsx watch` restarts when its files change. The database keeps its state.
 */
const port = process.env.PORT ?? '4000'
const gatewayPort = process.env.GATEWAY_PORT ?? String(Number(port) + 1)
const shared = { ...process.env, GATEWAY_PORT: gatewayPort }

// Node itself, not npx: a signal must reach the tool, not a shell in front of it.
const run = (args: string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, args, { stdio: 'inherit', env })

const gatewayEnv = { ...shared, PORT: gatewayPort, DEV_VITE: '1', PAGE_PORT: port }
const children = [
  run(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'gateway/main.ts'], gatewayEnv),
  run(['node_modules/vite/bin/vite.js', '--port', port, '--strictPort'], { ...shared, PORT: port }),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.once('exit', stop)
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
