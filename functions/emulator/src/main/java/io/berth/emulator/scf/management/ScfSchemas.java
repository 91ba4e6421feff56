// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import static io.berth.emulator.schema.Field.optional;
import static io.berth.emulator.schema.Field.required;

import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of each action (SCF 2018-04-16, Input Parameters). A field that SCF knows is in
 * here even when the emulator does not play it, so that the refusal can say so.
 */
final class ScfSchemas {
  private static final Field NAME = required("FunctionName", Type.TEXT);
  private static final Field NAMESPACE = optional("Namespace", Type.TEXT);
  private static final Field QUALIFIER = optional("Qualifier", Type.TEXT);
  private static final Schema KEY_VALUE = Schema.of(text("Key"), text("Value"));

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
              optional("ContainerImageAccelerate", Type.BOOLEAN),
              optional("ImagePort", Type.INTEGER)));

  private static final List<Field> CONFIGURATION =
      List.of(
          NAME,
          NAMESPACE,
          text("Description"),
          optional("MemorySize", Type.INTEGER),
          optional("Timeout", Type.INTEGER),
          optional("InitTimeout", Type.INTEGER),
          text("Runtime"),
          text("Role"),
          structure("Environment", new Field("Variables", Type.OBJECTS, false, KEY_VALUE)),
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
              Type.OBJECTS,
              false,
              Schema.of(text("LayerName"), optional("LayerVersion", Type.INTEGER))),
          structure("DeadLetterConfig", text("Type"), text("Name"), text("FilterType")),
          structure(
              "InstanceConcurrencyConfig",
              text("DynamicEnabled"),
              optional("MaxConcurrency", Type.INTEGER),
              text("Type")),
          structure(
              "ProtocolParams", structure("WSParams", optional("IdleTimeOut", Type.INTEGER))));

  static final Schema CREATE_FUNCTION =
      shape(
          CONFIGURATION,
          text("Handler"),
          text("Type"),
          CODE,
          new Field("Tags", Type.OBJECTS, false, KEY_VALUE),
          text("AsyncRunEnable"),
          text("TraceEnable"),
          text("ProtocolType"),
          text("AutoCreateClsTopic"),
          text("AutoDeployClsTopicIndex"));

  static final Schema UPDATE_FUNCTION_CONFIGURATION =
      shape(
          CONFIGURATION, text("Publish"), text("L5Enable"), optional("IgnoreSysLog", Type.BOOLEAN));

  static final Schema UPDATE_FUNCTION_CODE =
      Schema.of(
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

  static final Schema GET_FUNCTION = Schema.of(NAME, NAMESPACE, QUALIFIER, text("ShowCode"));
  static final Schema GET_FUNCTION_ADDRESS = Schema.of(NAME, NAMESPACE, QUALIFIER);
  static final Schema DELETE_FUNCTION = Schema.of(NAME, NAMESPACE, QUALIFIER);

  static final Schema LIST_FUNCTIONS =
      Schema.of(
          NAMESPACE,
          optional("Offset", Type.INTEGER),
          optional("Limit", Type.INTEGER),
          text("SearchKey"));

  static final Schema TRIGGER =
      Schema.of(
          NAME,
          required("TriggerName", Type.TEXT),
          required("Type", Type.TEXT),
          text("TriggerDesc"),
          NAMESPACE,
          QUALIFIER,
          text("Enable"),
          text("CustomArgument"),
          text("Description"));

  static final Schema DELETE_TRIGGER =
      Schema.of(
          NAME,
          required("TriggerName", Type.TEXT),
          required("Type", Type.TEXT),
          NAMESPACE,
          QUALIFIER,
          text("TriggerDesc"));

  static final Schema LIST_TRIGGERS =
      Schema.of(
          NAME,
          NAMESPACE,
          optional("Offset", Type.INTEGER),
          optional("Limit", Type.INTEGER),
          text("OrderBy"),
          text("Order"),
          new Field(
              "Filters",
              Type.OBJECTS,
              false,
              Schema.of(required("Name", Type.TEXT), required("Values", Type.TEXTS))));

  static final Schema INVOKE_FUNCTION =
      Schema.of(NAME, NAMESPACE, QUALIFIER, text("Event"), text("LogType"), text("RoutingKey"));

  private ScfSchemas() {}

  private static Field text(String name) {
    return optional(name, Type.TEXT);
  }

  private static Field structure(String name, Field... inner) {
    return new Field(name, Type.OBJECT, false, Schema.of(inner));
  }

  private static Schema shape(List<Field> common, Field... more) {
    List<Field> all = new ArrayList<>(common);
    all.addAll(List.of(more));
    return Schema.of(all.toArray(Field[]::new));
  }
}
