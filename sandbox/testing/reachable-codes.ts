import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'

type Node = { type: string; [field: string]: unknown }
/** A file: what it declares, anywhere in it, and where its other names come from. */
type Module = { declared: Map<string, Node[]>; imported: Map<string, { file: string; name: string }>; ast: Node }

const root = fileURLToPath(new URL('..', import.meta.url))
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const nameOf = (node: unknown): string | undefined =>
  isNode(node) && typeof node.name === 'string' ? node.name : undefined

/** The parts of a node that are run: no types, no names of properties, and nothing that is only compared with. */
function* parts(node: Node): Generator<Node> {
  const compared = node.type === 'BinaryExpression' && /^[!=]==?$/.test(String(node.operator))
  for (const [field, value] of Object.entries(node)) {
    if (field === 'property' && node.type === 'MemberExpression' && !node.computed) continue
    if (field === 'key' && (node.type === 'Property' || node.type === 'PropertyDefinition') && !node.computed) continue
    if (field === 'test' && node.type === 'SwitchCase') continue
    for (const part of Array.isArray(value) ? value : [value]) {
      if (!isNode(part) || (compared && part.type === 'Literal')) continue
      const isType = part.type.startsWith('TS') && !/Expression$|TSTypeAssertion/.test(part.type)
      if (!isType) yield part
    }
  }
}

function* all(node: Node): Generator<Node> {
  yield node
  for (const part of parts(node)) yield* all(part)
}

const modules = new Map<string, Module>()
function read(file: string): Module {
  const known = modules.get(file)
  if (known) return known
  const ast: unknown = parseAst(readFileSync(file, 'utf8'), { lang: 'ts' })
  if (!isNode(ast)) throw new Error(`${file} has no syntax tree`)
  const module: Module = { declared: new Map(), imported: new Map(), ast }
  for (const node of all(ast)) {
    if (node.type === 'ImportDeclaration') noteImports(module, file, node)
    const name = node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' ? nameOf(node.id) : undefined
    if (name !== undefined) module.declared.set(name, [...(module.declared.get(name) ?? []), node])
  }
  modules.set(file, module)
  return module
}

function noteImports({ imported }: Module, file: string, node: Node): void {
  const { source, specifiers } = node
  const from = isNode(source) ? String(source.value) : ''
  if (!from.startsWith('.') || !Array.isArray(specifiers)) return
  const target = `${resolve(dirname(file), from)}.ts`
  if (!target.startsWith(root) || !existsSync(target)) return
  for (const specifier of specifiers.filter(isNode)) {
    const [local, name] = [nameOf(specifier.local), nameOf(specifier.imported)]
    if (local !== undefined) imported.set(local, { file: target, name: name ?? local })
  }
}

/** Every text that is written in `start`, or in what it leads to, within the sandbox. */
function textsFrom(file: string, start: readonly Node[]): Set<string> {
  const texts = new Set<string>()
  const seen = new Set<Node>()
  const waiting = start.map((node) => ({ file, node }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { file: here, node: top } = next
    if (seen.has(top)) continue
    seen.add(top)
    for (const node of all(top)) {
      if (node.type === 'Literal' && typeof node.value === 'string') texts.add(node.value)
      const name = node.type === 'Identifier' ? nameOf(node) : undefined
      if (name === undefined) continue
      const origin = read(here).imported.get(name)
      const at = origin?.file ?? here
      for (const found of read(at).declared.get(origin?.name ?? name) ?? []) waiting.push({ file: at, node: found })
    }
  }
  return texts
}

/**
 * Which codes an operation's code can say at all, by reading it: every text in the verb that is mounted on the operation
 * and in whatever that calls. It may be more than what happens, never less.
 */
export function reachableTexts(): Map<string, Set<string>> {
  const reachable = new Map<string, Set<string>>()
  const folder = join(root, 'http')
  for (const name of readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file))) {
    const file = join(folder, name)
    for (const node of all(read(file).ast)) {
      if (node.type !== 'CallExpression' || !/^mount/.test(nameOf(node.callee) ?? '') || !Array.isArray(node.arguments))
        continue
      const [, , operation, ...verbs] = node.arguments.filter(isNode)
      const id = operation && (nameOf(operation) ?? nameOf(operation.property))
      if (id !== undefined) reachable.set(id, textsFrom(file, verbs))
    }
  }
  return reachable
}
