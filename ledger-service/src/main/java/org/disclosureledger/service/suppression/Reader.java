package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/** Somebody who reads the published table, knows how it adds up, and can reckon. */
final class Reader {
  private static final double ROUNDING = 1e-6;

  /** Room above all that is in the table, so that nothing is without a bound. */
  private static final long ROOM = 1_000;

  private final CountTable table;
  private final Map<String, Shown> shown;
  private final Map<String, Integer> unknown = new HashMap<>();
  private final List<LinearConstraint> known = new ArrayList<>();

  Reader(CountTable table, Map<String, Shown> shown) {
    this.table = table;
    this.shown = shown;
    table.names().stream()
        .filter(name -> shown.get(name) != Shown.EXACT)
        .forEach(name -> unknown.put(name, unknown.size()));
    long all = table.names().stream().mapToLong(table::count).sum();
    unknown.forEach((name, at) -> {
      boolean few = shown.get(name) == Shown.FEWER_THAN_FIVE;
      bound(at, Relationship.LEQ, few ? Suppression.LEAST - 1 : all + ROOM);
      if (shown.get(name) == Shown.WITHHELD && !silent(table, shown, name)) {
        bound(at, Relationship.GEQ, Suppression.LEAST);
      }
    });
    table.sums().forEach(this::add);
  }

  /** Where nothing at all is printed, what is withheld may be any count. */
  static boolean silent(CountTable table, Map<String, Shown> shown, String name) {
    return table.connected(name).stream()
        .map(shown::get)
        .allMatch(how -> how == null || how == Shown.WITHHELD);
  }

  private void bound(int at, Relationship relationship, long value) {
    double[] coefficients = new double[unknown.size()];
    coefficients[at] = 1;
    known.add(new LinearConstraint(coefficients, relationship, value));
  }

  private void add(CountTable.Sum sum) {
    double[] coefficients = new double[unknown.size()];
    double printed = term(sum.total(), 1, coefficients);
    for (String part : sum.parts()) {
      printed += term(part, -1, coefficients);
    }
    known.add(new LinearConstraint(coefficients, Relationship.EQ, -printed));
  }

  private double term(String name, int sign, double[] coefficients) {
    Integer at = unknown.get(name);
    if (at == null) {
      return sign * (double) table.count(name);
    }
    coefficients[at] += sign;
    return 0;
  }

  /** How many values a count may have, for all that is printed. */
  long valuesOf(String name) {
    Integer at = unknown.get(name);
    if (at == null) {
      return 1;
    }
    double least = Math.ceil(extreme(at, GoalType.MINIMIZE) - ROUNDING);
    double most = Math.floor(extreme(at, GoalType.MAXIMIZE) + ROUNDING);
    if (least > table.count(name) || most < table.count(name)) {
      throw new IllegalStateException(name + " is not what it is; " + shown.get(name));
    }
    return (long) (most - least) + 1;
  }

  private double extreme(int at, GoalType goal) {
    double[] coefficients = new double[unknown.size()];
    coefficients[at] = 1;
    try {
      return new SimplexSolver()
          .optimize(
              new LinearObjectiveFunction(coefficients, 0),
              new LinearConstraintSet(known),
              new NonNegativeConstraint(true),
              goal)
          .getValue();
    } catch (MathIllegalStateException e) {
      throw new IllegalStateException("the table contradicts itself", e);
    }
  }
}
