import type { Bridge } from '@core/contract/contract'

declare global {
  interface Window {
    /** Put here by the preload; the only way out of the window. */
    readonly entente: Bridge
    /** Trusted Types (W3C), as far as we use them. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL?(address: string): string; createHTML?(text: string): string }
      ): unknown
    }
  }
}
