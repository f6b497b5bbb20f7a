import './no-eval'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/noto-sans-arabic/index.css'
import '@fontsource-variable/noto-sans-hebrew/index.css'
import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { connect } from './client'
import { loadAhead } from './dialogs/dialog-loader'
import { createApp } from './state/app.svelte'

// A script's address may only be one of our own files; markup is never taken. See the content policy in main.
window.trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address
    throw new TypeError('Only scripts of Entente itself are loaded.')
  }
})

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')
mount(App, { target, props: { app: createApp(connect(window.entente)) } })
void loadAhead()
