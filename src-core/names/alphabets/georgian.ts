import { alphabet } from '../alphabet'

/** Georgian letters. */
export const GEORGIAN = alphabet(`
ა:a ბ:b გ:g დ:d ე:e ვ:vw ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:Zj რ:r ს:s ტ:t უ:u ფ:pf ქ:kq ღ:Gg ყ:qk შ:S ჩ:c ც:C ძ:zjC წ:Ccs ჭ:c
ხ:xkh ჯ:j ჰ:h ჲ:y ჳ:v ჴ:q
`)
