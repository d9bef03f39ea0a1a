import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What nginx does for a request here is what the gateway cannot do without either: a key added, an answer passed on. */
const configuration = (port: number, upstream: number, apiKey: string, dir: string) => `
daemon off;
worker_processes 1;
pid ${dir}/nginx.pid;
error_log ${dir}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${dir}/body;
  proxy_temp_path ${dir}/proxy;
  fastcgi_temp_path ${dir}/fastcgi;
  uwsgi_temp_path ${dir}/uwsgi;
  scgi_temp_path ${dir}/scgi;
  upstream multi { server 127.0.0.1:${upstream}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    keepalive_requests 1000000;
    location = /health { return 200; }
    location / {
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host 127.0.0.1:${upstream};
      proxy_set_header api-key ${apiKey};
      proxy_pass http://multi;
    }
  }
}
`

/** Starts nginx before a server on this machine; nothing where it is not installed. */
export function launchNginx(dir: string, port: number, upstream: number, apiKey: string): ChildProcess | undefined {
  if (spawnSync('nginx', ['-v']).error) return undefined
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'nginx.conf')
  writeFileSync(file, configuration(port, upstream, apiKey, dir))
  return spawn('nginx', ['-c', file, '-p', dir, '-e', join(dir, 'start.log')], { stdio: 'ignore' })
}
