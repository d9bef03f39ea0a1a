const firstOf = { confirmPassword: 'password', confirmPassCode: 'passCode' }

/**
 * Lets a repeated password know the first one. The two frames talk on a channel of their own origin, where no page can
 * listen. `changed` runs when the other one was typed into.
 */
export function createTwin({ group, kind }, typedValue, changed) {
  const first = firstOf[kind]
  const isFirst = Object.values(firstOf).includes(kind)
  if (!first && !isFirst) return { tell: () => {}, differs: () => false }
  const channel = new BroadcastChannel(`multi-secure ${group} ${first ?? kind}`)
  let other
  channel.onmessage = ({ data }) => {
    if (isFirst) {
      if (data.ask) tell()
      return
    }
    if (data.value === undefined) return
    other = data.value
    changed()
  }
  const tell = () => isFirst && channel.postMessage({ value: typedValue() })
  if (first) channel.postMessage({ ask: true })
  return { tell, differs: () => other !== undefined && typedValue() !== other }
}
