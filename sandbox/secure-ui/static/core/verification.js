import { createFrame } from './frame.js'
import { session } from './user.js'

/**
 * The screens of a due-diligence check. `tell(event, detail)` hears `step` ({step, number, of}), `submitted`, `outcome`
 * ({status, rejectType}), `error` ({code}) and `close`.
 */
export function createVerification(expected, reference, options, tell) {
  const frame = createFrame('verify', {
    hello: () => ({
      expected,
      reference: String(reference),
      uiKey: session.uiKey,
      hideSteps: options.hideSteps === true,
      css: typeof options.customCssStr === 'string' ? options.customCssStr : '',
    }),
    heard({ event, detail }) {
      if (event === 'height') frame.element.style.height = `${detail.height}px`
      else if (event === 'top') frame.element.scrollIntoView({ block: 'nearest' })
      else if (event !== 'ready') tell(event, detail)
    },
    lost: (error) => tell('error', { code: error.code }),
    dress(element) {
      element.title = options.title ?? 'Verification'
      element.name = 'secure-verification'
      // Papers and a face are photographed in there, as far as the page may lend the camera.
      element.allow = 'camera; microphone'
      Object.assign(element.style, { border: '0', display: 'block', width: '100%', height: '32rem' })
    },
  })
  let mounted = false
  const component = {
    mount(target) {
      component.unmount()
      frame.mount(target)
      mounted = true
      return component
    },
    unmount() {
      if (mounted) frame.unmount()
      mounted = false
    },
    destroy() {
      if (!mounted) return
      component.unmount()
      tell('close', {})
    },
  }
  return component
}
