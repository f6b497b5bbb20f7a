import { config } from 'zod'
import { HeldKeys } from './dialogs/held-keys'

// What must hold before any other module is evaluated; the window itself comes after it.

// Zod would try out whether it may compile its schemas, which the content policy forbids and the console then tells of.
config({ jitless: true })

// A script's address may only be one of our own files; markup is never taken. See the content policy in main.
window.trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address
    throw new TypeError('Only scripts of Entente itself are loaded.')
  }
})

// Ctrl+K of somebody who does not wait, and the name typed after it, are for the window when it is there.
const typed = new HeldKeys()
void import('./start-window').then(
  () => typed.release(),
  (error: unknown) => {
    typed.drop()
    throw error
  }
)
