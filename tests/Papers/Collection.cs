using Shouwang.Papers.Inventing;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;

namespace Shouwang.Papers;

/// <summary>A folder of many papers to measure reading with.</summary>
static class Collection
{
    public static async Task Write(string folder, int seed, int each, IReadOnlyList<Layout> layouts, IReadOnlyList<Severity> severities, bool lines, Wear wear = Wear.None)
    {
        Directory.CreateDirectory(folder);
        await using var camera = await Camera.Open();
        var truths = new SortedDictionary<string, Truth>(StringComparer.Ordinal);
        foreach (var layout in layouts)
        {
            for (var n = 0; n < each; n++)
            {
                foreach (var severity in severities)
                {
                    var dice = Dice.For(seed, layout.Name, n);
                    var sheet = new Sheet(layout.Invent(dice), dice, wear == Wear.Altered);
                    var body = layout.Draw(sheet);
                    var light = Dice.For(seed, layout.Name, n, severity);
                    var worn = Worn.Html(wear, sheet.Fields.ContainsKey("total") ? sheet["total"] : "", sheet.Stay.Hospital.Name, light);
                    var name = $"{layout.Name}-{seed}-{n}-{severity.ToString().ToLowerInvariant()}{(wear == Wear.None ? "" : "-" + wear.ToString().ToLowerInvariant())}";
                    File.WriteAllBytes(Path.Combine(folder, name + ".jpg"), await camera.Photograph(body + worn, layout.Width, Pose.Of(severity, light), light));
                    if (lines)
                        File.WriteAllText(Path.Combine(folder, name + ".lines.json"), (await camera.Lines()).GetRawText());
                    truths[name + ".jpg"] = Truth.Of(layout, severity, sheet, wear);
                }
            }
        }
        Truth.Write(folder, truths);
    }
}
