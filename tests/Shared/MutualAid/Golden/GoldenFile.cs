using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Shouwang.Shared.Tests.MutualAid.Golden;

/// <summary>Reads worked examples of tests/golden/plans; a key that the form does not have is refused.</summary>
static class GoldenFile
{
    static readonly IDeserializer Reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public static T Read<T>(string name)
    {
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "golden", "plans", name));
        return Reader.Deserialize<T>(text);
    }
}
