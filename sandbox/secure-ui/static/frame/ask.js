const refusals = { 400: 'REFUSED', 401: 'UI_KEY', 404: 'TOKEN_NOT_FOUND', 410: 'TOKEN_EXPIRED' }

/** Asks this frame's own server, and answers its JSON; fails with one word that the page may be told. */
export async function ask(path, { uiKey, userToken }, body) {
  const headers = { 'content-type': 'application/json', 'ui-key': String(uiKey) }
  if (userToken) headers.authorization = String(userToken).includes(' ') ? String(userToken) : `Bearer ${userToken}`
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined)
  if (!response) throw new Error('NETWORK')
  const answer = await response.json().catch(() => undefined)
  if (!response.ok || !answer) throw new Error(answer?.error ?? refusals[response.status] ?? 'REFUSED')
  return answer
}
