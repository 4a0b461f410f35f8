package dev.plimsoll.processes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a test that breaks a sample repository so that exactly these steps fail. The coverage table
/// names the test beside every requirement that the steps carry.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Breaks {
  /// Steps, each as `process/checklist/step`.
  String[] value();

  /// Those of them whose defect stands in no line of a file (a tag, a branch, a file that is not
  /// there, a program that ends with another exit code), by the last part of their names. Every
  /// other one has to point at a line.
  String[] inNoLine() default {};
}
