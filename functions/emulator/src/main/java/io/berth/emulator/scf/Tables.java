// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static io.berth.emulator.api.Field.optional;
import static io.berth.emulator.api.Field.required;

import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of each action (SCF 2018-04-16, Input Parameters). A field that SCF knows is in
 * here even when the emulator does not play it, so that the refusal can say so.
 */
final class Tables {
  private static final Field NAME = required("FunctionName", Kind.TEXT);
  private static final Field NAMESPACE = optional("Namespace", Kind.TEXT);
  private static final Field QUALIFIER = optional("Qualifier", Kind.TEXT);
  private static final Shape KEY_VALUE = Shape.of(text("Key"), text("Value"));

  private static final Field CODE =
      structure(
          "Code",
          text("ZipFile"),
          text("CosBucketName"),
          text("CosObjectName"),
          text("CosBucketRegion"),
          text("TempCosObjectName"),
          text("DemoId"),
          structure(
              "ImageConfig",
              text("ImageType"),
              text("ImageUri"),
              text("RegistryId"),
              text("Command"),
              text("Args"),
              optional("ContainerImageAccelerate", Kind.BOOLEAN),
              optional("ImagePort", Kind.INTEGER)));

  private static final List<Field> CONFIGURATION =
      List.of(
          NAME,
          NAMESPACE,
          text("Description"),
          optional("MemorySize", Kind.INTEGER),
          optional("Timeout", Kind.INTEGER),
          optional("InitTimeout", Kind.INTEGER),
          text("Runtime"),
          text("Role"),
          structure("Environment", new Field("Variables", Kind.OBJECTS, false, KEY_VALUE)),
          structure("VpcConfig", text("VpcId"), text("SubnetId")),
          structure(
              "PublicNetConfig",
              text("PublicNetStatus"),
              structure("EipConfig", text("EipStatus"))),
          text("ClsLogsetId"),
          text("ClsTopicId"),
          text("InstallDependency"),
          text("DnsCache"),
          structure("IntranetConfig", text("IpFixed")),
          new Field(
              "Layers",
              Kind.OBJECTS,
              false,
              Shape.of(text("LayerName"), optional("LayerVersion", Kind.INTEGER))),
          structure("DeadLetterConfig", text("Type"), text("Name"), text("FilterType")),
          structure(
              "InstanceConcurrencyConfig",
              text("DynamicEnabled"),
              optional("MaxConcurrency", Kind.INTEGER),
              text("Type")),
          structure(
              "ProtocolParams", structure("WSParams", optional("IdleTimeOut", Kind.INTEGER))));

  static final Shape CREATE_FUNCTION =
      shape(
          CONFIGURATION,
          text("Handler"),
          text("Type"),
          CODE,
          new Field("Tags", Kind.OBJECTS, false, KEY_VALUE),
          text("AsyncRunEnable"),
          text("TraceEnable"),
          text("ProtocolType"),
          text("AutoCreateClsTopic"),
          text("AutoDeployClsTopicIndex"));

  static final Shape UPDATE_FUNCTION_CONFIGURATION =
      shape(
          CONFIGURATION, text("Publish"), text("L5Enable"), optional("IgnoreSysLog", Kind.BOOLEAN));

  static final Shape UPDATE_FUNCTION_CODE =
      Shape.of(
          NAME,
          NAMESPACE,
          text("Handler"),
          CODE,
          text("ZipFile"),
          text("CosBucketName"),
          text("CosObjectName"),
          text("CosBucketRegion"),
          text("CodeSource"),
          text("InstallDependency"),
          text("Publish"));

  static final Shape GET_FUNCTION = Shape.of(NAME, NAMESPACE, QUALIFIER, text("ShowCode"));
  static final Shape GET_FUNCTION_ADDRESS = Shape.of(NAME, NAMESPACE, QUALIFIER);
  static final Shape DELETE_FUNCTION = Shape.of(NAME, NAMESPACE, QUALIFIER);

  static final Shape LIST_FUNCTIONS =
      Shape.of(
          NAMESPACE,
          optional("Offset", Kind.INTEGER),
          optional("Limit", Kind.INTEGER),
          text("SearchKey"));

  static final Shape TRIGGER =
      Shape.of(
          NAME,
          required("TriggerName", Kind.TEXT),
          required("Type", Kind.TEXT),
          text("TriggerDesc"),
          NAMESPACE,
          QUALIFIER,
          text("Enable"),
          text("CustomArgument"),
          text("Description"));

  static final Shape DELETE_TRIGGER =
      Shape.of(
          NAME,
          required("TriggerName", Kind.TEXT),
          required("Type", Kind.TEXT),
          NAMESPACE,
          QUALIFIER,
          text("TriggerDesc"));

  static final Shape LIST_TRIGGERS =
      Shape.of(
          NAME,
          NAMESPACE,
          optional("Offset", Kind.INTEGER),
          optional("Limit", Kind.INTEGER),
          text("OrderBy"),
          text("Order"),
          new Field(
              "Filters",
              Kind.OBJECTS,
              false,
              Shape.of(required("Name", Kind.TEXT), required("Values", Kind.TEXTS))));

  static final Shape INVOKE_FUNCTION =
      Shape.of(NAME, NAMESPACE, QUALIFIER, text("Event"), text("LogType"), text("RoutingKey"));

  private Tables() {}

  private static Field text(String name) {
    return optional(name, Kind.TEXT);
  }

  private static Field structure(String name, Field... inner) {
    return new Field(name, Kind.OBJECT, false, Shape.of(inner));
  }

  private static Shape shape(List<Field> common, Field... more) {
    List<Field> all = new ArrayList<>(common);
    all.addAll(List.of(more));
    return Shape.of(all.toArray(Field[]::new));
  }
}
