using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shouwang.Functions.Plans;

/// <summary>Reads what is kept with a draft.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class BasisJson : JsonSerializerContext;
