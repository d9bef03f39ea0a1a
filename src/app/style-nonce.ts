declare global {
  var __webpack_nonce__: string | undefined
}

/**
 * An open dialog stops the page behind it from scrolling with a style sheet made at run time. The content security policy
 * lets it through by the page's nonce, which that library looks for under this name.
 */
export function handOverStyleNonce(): void {
  globalThis.__webpack_nonce__ = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
}
