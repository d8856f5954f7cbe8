using Shouwang.Papers.Inventing;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;

namespace Shouwang.Papers;

/// <summary>A folder of many papers to measure reading with: so many of each layout and severity, the same for the same seed.</summary>
sealed record Collection(string Folder, int Seed, int Each, IReadOnlyList<Layout> Layouts, IReadOnlyList<Severity> Severities, Wear Wear = Wear.None)
{
    /// <summary>Writes the lines of text beside each picture, as a recogniser without faults would.</summary>
    public bool WithLines { get; init; }

    /// <summary>Takes no pictures: writes into this folder what a recogniser without faults would answer.</summary>
    public DirectoryInfo? Answers { get; init; }

    public async Task Write()
    {
        Directory.CreateDirectory(Folder);
        Answers?.Create();
        await using var camera = await Camera.Open();
        var truths = new SortedDictionary<string, Truth>(StringComparer.Ordinal);
        foreach (var layout in Layouts)
        {
            for (var n = 0; n < Each; n++)
            {
                foreach (var severity in Severities)
                {
                    var (name, truth) = await One(camera, layout, n, severity);
                    truths[name] = truth;
                }
            }
        }
        Truth.Write(Folder, truths);
    }

    private async Task<(string Name, Truth Truth)> One(Camera camera, Layout layout, int n, Severity severity)
    {
        var dice = Dice.For(Seed, layout.Name, n);
        var sheet = new Sheet(layout.Invent(dice), dice, Wear == Wear.Altered);
        var body = layout.Draw(sheet);
        var light = Dice.For(Seed, layout.Name, n, severity);
        var worn = Worn.Html(Wear, sheet.Fields.ContainsKey("total") ? sheet["total"] : "", sheet.Stay.Hospital.Name, light);
        var name = $"{layout.Name}-{Seed}-{n}-{severity.ToString().ToLowerInvariant()}{(Wear == Wear.None ? "" : "-" + Wear.ToString().ToLowerInvariant())}";
        var pose = Pose.Of(severity, light);
        if (Answers is not null)
        {
            await camera.Lay(body + worn, layout.Width, pose, light);
            File.WriteAllText(Path.Combine(Answers.FullName, name + ".jpg.json"), PrintedPage.Answer(await camera.Lines()));
        }
        else
        {
            File.WriteAllBytes(Path.Combine(Folder, name + ".jpg"), await camera.Photograph(body + worn, layout.Width, pose, light));
            if (WithLines)
                File.WriteAllText(Path.Combine(Folder, name + ".lines.json"), (await camera.Lines()).GetRawText());
        }
        return (name + ".jpg", Truth.Of(layout, severity, sheet, Wear));
    }
}
