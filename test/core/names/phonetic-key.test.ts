import { phoneticKey } from '@core/names/phonetic-key'
import { describe, expect, it } from 'vitest'

describe('one sound for', () => {
  it.each([
    [
      'Julani',
      'Jolani',
      'Jawlani',
      'Golani',
      'al-Jolani',
      'الجولاني',
      'Джулани',
      'аль-Джулани',
      'Джавлани'.replace('в', 'у')
    ],
    ['Khmeimim', 'Hmeimim', 'Hemeimeem', 'حميميم', 'Хмеймим'],
    ['Tartus', 'Tartous', 'Ṭarṭūs', 'طرطوس', 'Тартус'],
    ['al-Shara', 'al-Sharaa', 'Charaa', 'ash-Sharaʿ', 'الشرع', 'Шараа', 'аш-Шараа'],
    ['Muhammad', 'Mohammed', 'Mohamad', 'محمد', 'Мухаммед', 'Мохаммад'],
    ['Hezbollah', 'Hizbullah', 'Hizb Allah', 'حزب الله'],
    ['Abdullah', 'Abdallah', 'عبد الله', 'Абдалла'],
    ['Zelensky', 'Zelenskyy', 'Зеленский', 'زيلينسكي'],
    ['Putin', 'Poutine', 'Путин', 'بوتين'],
    ['Lavrov', 'Лавров', 'لافروف'],
    ['Erdoğan', 'Erdogan', 'أردوغان', 'Эрдоган'],
    ['Idlib', 'إدلب', 'Идлиб'],
    ['Yusuf', 'Yousef', 'يوسف', 'Юсуф'],
    ['Omar', 'Umar', 'عمر', 'Умар'],
    ['Netanyahu', 'נתניהו', 'نتنياهو', 'Нетаньяху'],
    ['Wagner', 'Вагнер', 'فاغنر'],
    ['Homs', 'Hims', 'حمص', 'Хомс'],
    ['Assad', 'Asad', 'al-Assad', 'الأسد', 'Асад']
  ])('%s', (...names) => {
    expect(new Set(names.map((name) => phoneticKey(name)))).toEqual(new Set([phoneticKey(names[0] ?? '')]))
    expect(phoneticKey(names[0] ?? '').length).toBeGreaterThan(1)
  })
})

it('different ones for Moscow, Mosul, Iran, Iraq, Syria, Assad, Hama and Hamas', () => {
  const names = ['Moscow', 'Mosul', 'Iran', 'Iraq', 'Syria', 'Assad', 'Hama', 'Hamas']
  expect(new Set(names.map((name) => phoneticKey(name))).size).toBe(names.length)
})

it('none where the script is not known', () => {
  expect([phoneticKey('俄罗斯'), phoneticKey('…'), phoneticKey('')]).toEqual(['', '', ''])
})
