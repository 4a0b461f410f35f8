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
}
