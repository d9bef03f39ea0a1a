import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox'

export function correspondentRoutes(_app: Hono, _sandbox: Sandbox): void {}
