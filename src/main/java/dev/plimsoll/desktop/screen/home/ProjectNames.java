package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.RecentProject;
import java.util.List;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The names of projects to choose from; two of one name are told apart by their folders.
final class ProjectNames {
  private ProjectNames() {}

  static StringConverter<@Nullable RecentProject> of(List<RecentProject> all) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable RecentProject project) {
        return project == null ? "" : name(project, all);
      }

      @Override
      public @Nullable RecentProject fromString(String text) {
        return null;
      }
    };
  }

  static String name(RecentProject project, List<RecentProject> all) {
    var alike = all.stream().filter(other -> other.product().equals(project.product())).count();
    return alike < 2 ? project.product() : project.product() + " · " + project.root();
  }
}
