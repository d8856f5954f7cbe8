using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Papers;

/// <summary>Recognised pages as they are kept beside the original.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IReadOnlyList<RecognisedPage>))]
internal sealed partial class RecognisedJson : JsonSerializerContext
{
    public static BinaryData Utf8(IReadOnlyList<RecognisedPage> pages) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(pages, Default.IReadOnlyListRecognisedPage));

    public static IReadOnlyList<RecognisedPage> Parse(BinaryData json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListRecognisedPage)!;
}
