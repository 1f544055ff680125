package org.disclosureledger.service.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a number lies on an axis from 0, with round ticks.
 *
 * @param most the number at the axis's end
 * @param step between two ticks
 * @param length of the axis, millimetres
 */
record Scale(double most, double step, double length) {
  /** Round to one, two or five times a power of ten, for about so many ticks. */
  static Scale of(double greatest, int ticks, double length) {
    if (greatest <= 0) {
      return new Scale(1, 1, length);
    }
    double rough = greatest / ticks;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    double step = 10 * power;
    for (double times : new double[] {1, 2, 5}) {
      if (times * power >= rough) {
        step = times * power;
        break;
      }
    }
    // Counts and hours have no ticks between whole numbers.
    step = Math.max(1, step);
    return new Scale(Math.ceil(greatest / step) * step, step, length);
  }

  double at(double number) {
    return number / most * length;
  }

  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long i = 0; i * step <= most + step / 2; i++) {
      ticks.add(Math.round(i * step));
    }
    return ticks;
  }
}
