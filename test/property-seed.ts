import fc from 'fast-check'

// One seed for everybody, so that a run that fails tells of the change and not of the dice.
// FAST_CHECK_SEED=2 npm run test:unit throws other dice.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) })
