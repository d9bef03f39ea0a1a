import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox'

export function wireSimulator(_app: Hono, _sandbox: Sandbox): void {}
