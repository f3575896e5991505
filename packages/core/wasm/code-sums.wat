;; Sums of products of 16-bit codes, a block of 2,048 rows at a time, in whole numbers throughout.
;;
;; Column 0 is 1 for each respondent who answered every item and 0 for the others, so that its product with itself counts
;; respondents and its products with the items are their sums. Codes of the others become 0 and add nothing.
;;
;; A lane adds 2 products 256 times. With codes of at most 2,047 to either side that stays below 2^31; blocks with larger
;; codes are refused, and left to the caller.
(module
  (memory (export "memory") 1)

  ;; rows of a block; a column of codes takes twice as many bytes: the offsets 4096, 8192 and 12288 below
  (global $rows (export "rows") i32 (i32.const 2048))

  ;; Adds a block to products[i * stride + j], j <= i (doubles; what is beyond j = i has no meaning).
  ;;   columns   items + 1
  ;;   stride    columns, up to a multiple of 4
  ;;   products  where they are
  ;;   codes     where column 0 is; the items' columns follow
  ;;   missing   where the items' bytes of missing answers are, 0 where there are none
  ;; Returns 1, or 0 for a block with codes that are too large: products are as they were.
  (func (export "add")
    (param $columns i32) (param $stride i32) (param $products i32) (param $codes i32) (param $missing i32)
    (result i32)
    (call $mark_complete (local.get $columns) (local.get $codes) (local.get $missing))
    (if (i32.eqz (call $clear_others (local.get $columns) (local.get $codes)))
      (then (return (i32.const 0))))
    (call $multiply (local.get $columns) (local.get $stride) (local.get $products) (local.get $codes))
    (i32.const 1))

  ;; Column 0: 1 where all bytes of missing answers are 0.
  (func $mark_complete (param $columns i32) (param $codes i32) (param $missing i32)
    (local $row i32) (local $at i32) (local $end i32) (local $any v128)
    (loop $next_rows
      (local.set $any (v128.const i64x2 0 0))
      (if (local.get $missing)
        (then
          (local.set $at (i32.add (local.get $missing) (local.get $row)))
          (local.set $end
            (i32.add (local.get $at) (i32.mul (i32.sub (local.get $columns) (i32.const 1)) (global.get $rows))))
          (loop $next_item
            (local.set $any (v128.or (local.get $any) (v128.load (local.get $at))))
            (local.set $at (i32.add (local.get $at) (global.get $rows)))
            (br_if $next_item (i32.lt_u (local.get $at) (local.get $end))))))
      (local.set $any
        (v128.and (i8x16.eq (local.get $any) (v128.const i64x2 0 0)) (i8x16.splat (i32.const 1))))
      (local.set $at (i32.add (local.get $codes) (i32.shl (local.get $row) (i32.const 1))))
      (v128.store (local.get $at) (i16x8.extend_low_i8x16_u (local.get $any)))
      (v128.store offset=16 (local.get $at) (i16x8.extend_high_i8x16_u (local.get $any)))
      (local.set $row (i32.add (local.get $row) (i32.const 16)))
      (br_if $next_rows (i32.lt_u (local.get $row) (global.get $rows)))))

  ;; Makes the codes 0 where column 0 is; returns whether all others are from -2,047 to 2,047.
  (func $clear_others (param $columns i32) (param $codes i32) (result i32)
    (local $column i32) (local $at i32) (local $offset i32) (local $code v128) (local $largest v128)
    (local.set $column (i32.const 1))
    (local.set $at (i32.add (local.get $codes) (i32.const 4096)))
    (loop $next_column
      (local.set $offset (i32.const 0))
      (loop $next_rows
        (local.set $code
          (v128.and
            (v128.load (local.get $at))
            (i16x8.neg (v128.load (i32.add (local.get $codes) (local.get $offset))))))
        (v128.store (local.get $at) (local.get $code))
        ;; unsigned: the magnitude of -32,768 is 32,768
        (local.set $largest (i16x8.max_u (local.get $largest) (i16x8.abs (local.get $code))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
        (br_if $next_rows (i32.lt_u (local.get $offset) (i32.const 4096))))
      (local.set $column (i32.add (local.get $column) (i32.const 1)))
      (br_if $next_column (i32.lt_u (local.get $column) (local.get $columns))))
    (i32.eqz (v128.any_true (i16x8.gt_u (local.get $largest) (i16x8.splat (i32.const 2047))))))

  ;; Every column by four others at a time, so that what is loaded of the one serves four products.
  (func $multiply (param $columns i32) (param $stride i32) (param $products i32) (param $codes i32)
    (local $i i32) (local $j i32) (local $a i32) (local $b i32) (local $start i32) (local $end i32) (local $x v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $target i32)
    (local.set $start (local.get $codes))
    (loop $next_i
      (local.set $end (i32.add (local.get $start) (i32.const 4096)))
      (local.set $b (local.get $codes))
      (local.set $target (local.get $products))
      (local.set $j (i32.const 0))
      (loop $next_j
        (local.set $sum0 (v128.const i64x2 0 0))
        (local.set $sum1 (v128.const i64x2 0 0))
        (local.set $sum2 (v128.const i64x2 0 0))
        (local.set $sum3 (v128.const i64x2 0 0))
        (local.set $a (local.get $start))
        (loop $next_rows
          (local.set $x (v128.load (local.get $a)))
          (local.set $sum0
            (i32x4.add (local.get $sum0) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $b)))))
          (local.set $sum1
            (i32x4.add (local.get $sum1) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=4096 (local.get $b)))))
          (local.set $sum2
            (i32x4.add (local.get $sum2) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=8192 (local.get $b)))))
          (local.set $sum3
            (i32x4.add (local.get $sum3) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=12288 (local.get $b)))))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (br_if $next_rows (i32.lt_u (local.get $a) (local.get $end))))
        (call $add_lanes (local.get $target) (local.get $sum0) (local.get $sum1))
        (call $add_lanes (i32.add (local.get $target) (i32.const 16)) (local.get $sum2) (local.get $sum3))
        (local.set $target (i32.add (local.get $target) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 12288)))
        (local.set $j (i32.add (local.get $j) (i32.const 4)))
        (br_if $next_j (i32.le_u (local.get $j) (local.get $i))))
      (local.set $start (local.get $end))
      (local.set $products (i32.add (local.get $products) (i32.shl (local.get $stride) (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next_i (i32.lt_u (local.get $i) (local.get $columns)))))

  ;; Adds the four lanes of two sums to two doubles: exact, as doubles hold whole numbers of 53 bits.
  (func $add_lanes (param $target i32) (param $sum0 v128) (param $sum1 v128)
    (local $half0 v128) (local $half1 v128)
    (local.set $half0 (call $pairs (local.get $sum0)))
    (local.set $half1 (call $pairs (local.get $sum1)))
    (v128.store (local.get $target)
      (f64x2.add
        (v128.load (local.get $target))
        (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $half0) (local.get $half1))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $half0) (local.get $half1))))))

  ;; Lanes 0 + 2 and 1 + 3, as doubles.
  (func $pairs (param $sum v128) (result v128)
    (f64x2.add
      (f64x2.convert_low_i32x4_s (local.get $sum))
      (f64x2.convert_low_i32x4_s
        (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $sum) (local.get $sum))))))
