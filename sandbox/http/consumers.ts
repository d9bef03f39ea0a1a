import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox'

export function consumerRoutes(_app: Hono, _sandbox: Sandbox): void {}
