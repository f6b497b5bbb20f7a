import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/noto-sans-arabic/index.css'
import '@fontsource-variable/noto-sans-hebrew/index.css'
import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { connect } from './client'
import { loadAhead } from './dialogs/dialog-loader'
import { createApp } from './state/app.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')
mount(App, { target, props: { app: createApp(connect(window.entente)) } })
void loadAhead()
