import { addEntity } from '@core/commands/entities'
import Banners from '@renderer/features/banners/Banners.svelte'
import type { App } from '@renderer/state/app.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow, show } from '../../window'

const add = ({ doc }: App, id: string) => doc.run(addEntity(doc.graph, { id, type: 'state', name: id }))
const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent?.trim())

describe('the banner', () => {
  it('is not there when all is well', async () => {
    const { app } = await openWindow()
    show(app, Banners)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('says why nothing can be changed, and recoverableVersions what can be done about it', async () => {
    const { app, main } = await openWindow({
      readOnly: 'Ann has been editing it.',
      mayPass: true,
      recoverableVersions: 2
    })
    show(app, Banners)
    expect(screen.getByRole('alert').textContent).toContain('Read only: Ann has been editing it.')
    expect(names()).toEqual(['Try again', 'What can be saved…', 'Save a copy elsewhere…'])
    await userEvent.click(screen.getByRole('button', { name: 'Save a copy elsewhere…' }))
    expect(main.asks('graph:save-as')).toEqual([{ handle: 'file-1', unsaved: [] }])
  })

  it('recoverableVersions only a copy where trying again is of no use', async () => {
    const { app } = await openWindow({ readOnly: 'made by a newer Entente' })
    show(app, Banners)
    expect(names()).toEqual(['Save a copy elsewhere…'])
  })

  it('says how many changes only the window has', async () => {
    const { app, main } = await openWindow()
    main.isStopped = true
    main.refuseCommits('the disk could not confirm it.')
    add(app, 'turkey')
    await vi.waitFor(() => expect(app.doc.unsaved).toHaveLength(1))
    show(app, Banners)
    expect(screen.getByRole('alert').textContent).toContain(
      '1 change that could not be saved is in this window only; a copy holds it.'
    )
  })

  it('lets what was refused be tried again', async () => {
    const { app, main } = await openWindow()
    main.refuseCommits('The disk is full.')
    add(app, 'turkey')
    add(app, 'iran')
    await vi.waitFor(() => expect(app.doc.unsaved).toHaveLength(2))
    show(app, Banners)
    expect(screen.getByRole('alert').textContent).toMatch(
      /The disk is full\. 2 changes were taken back and are kept here\./
    )
    main.refuseCommits()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await vi.waitFor(() => expect(main.kept.map(({ label }) => label)).toEqual(['Add turkey', 'Add iran']))
    expect(app.doc.graph.get('entity', 'iran')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('asks before another graph takes the place of one that is not saved', async () => {
    const { app, main } = await openWindow()
    main.refuseCommits('The disk is full.')
    add(app, 'turkey')
    await vi.waitFor(() => expect(app.doc.unsaved).toHaveLength(1))
    showDialogs(app)
    const { openSeed } = await import('@renderer/usecases/files')
    openSeed(app)
    expect(main.asks('graph:seed')).toEqual([])
    await userEvent.click(await screen.findByRole('button', { name: 'Open without saving' }))
    expect(main.asks('graph:seed')).toHaveLength(1)
  })

  it('counts what is to be decided', async () => {
    const { app } = await openWindow({ conflicts: 3 })
    show(app, Banners)
    expect(screen.getByRole('status').textContent).toContain('the same thing in 3 places. Both values are kept.')
    await userEvent.click(screen.getByRole('button', { name: 'Decide…' }))
    expect(app.dialogs.open).toEqual({ kind: 'conflicts' })
  })
})
