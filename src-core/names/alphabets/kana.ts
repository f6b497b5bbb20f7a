import { alphabet } from '../alphabet'

const ROWS = [
  ...[
    'あ:a い:i う:u え:e お:o か:k+a き:k+i く:k+u け:k+e こ:k+o が:g+a ぎ:g+i ぐ:g+u げ:g+e ご:g+o さ:s+a し:S+i す:s+u せ:s+e そ:s+o'
  ],
  ...[
    'ざ:z+a じ:j+i ず:z+u ぜ:z+e ぞ:z+o た:t+a ち:c+i つ:C+u て:t+e と:t+o だ:d+a ぢ:j+i づ:z+u で:d+e ど:d+o な:n+a に:n+i ぬ:n+u'
  ],
  ...[
    'ね:n+e の:n+o は:h+a ひ:h+i ふ:fh+u へ:h+e ほ:h+o ば:b+a び:b+i ぶ:b+u べ:b+e ぼ:b+o ぱ:p+a ぴ:p+i ぷ:p+u ぺ:p+e ぽ:p+o'
  ],
  ...[
    'ま:m+a み:m+i む:m+u め:m+e も:m+o や:y+a ゆ:y+u よ:y+o ら:rl+a り:rl+i る:rl+u れ:rl+e ろ:rl+o わ:w+a を:o ん:nm っ: ー: ゔ:v+u'
  ],
  ...['ぁ:a ぃ:i ぅ:u ぇ:e ぉ:o ゃ:y~+a ゅ:y~+u ょ:y~+o']
]

/** Japanese syllables; katakana are read as the same hiragana. */
export const KANA = alphabet(ROWS.join(' '))
