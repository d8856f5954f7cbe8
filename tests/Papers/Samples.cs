using Shouwang.Papers.Inventing;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;

namespace Shouwang.Papers;

/// <summary>The pictures of samples/: one villager's claim, and the pictures that must not pass for one.</summary>
static class Samples
{
    public static async Task Write(string folder)
    {
        await using var camera = await Camera.Open();
        var claim = Directory.CreateDirectory(Path.Combine(folder, "claim")).FullName;
        var others = Directory.CreateDirectory(Path.Combine(folder, "others")).FullName;
        var stay = Villager();
        await Papers(camera, claim, [
            ("discharge-record.jpg", "discharge-grid", stay, Severity.Normal, 0, 0),
            ("fee-list.jpg", "fee-wide", stay, Severity.Normal, 0, 0),
            ("settlement-sheet.jpg", "settlement-grid", stay, Severity.Normal, 0, 0)]);
        var neighbour = Stay.Of(Dice.For("neighbour"), Person.Of("吕海金", female: false, new DateOnly(1951, 6, 2), 12, "江阴市示例镇守望村3组9号"), Hospital.Sample, Illness.All[1], new DateOnly(2026, 9, 1), 7, 16, 0);
        var (first, second) = Split(stay);
        await Papers(camera, others, [
            ("other-person-discharge-record.jpg", "discharge-lines", neighbour, Severity.Normal, 0, 0),
            ("shopping-receipt.jpg", "wrong-receipt", stay, Severity.Normal, 0, 0),
            ("blank-wall.jpg", "wrong-wall", stay, Severity.Normal, 0, 0),
            ("blurred-settlement-sheet.jpg", "settlement-grid", stay, Severity.Unreadable, 0, 0),
            ("fee-list-page-1.jpg", "fee-page", first, Severity.Normal, 0, 0),
            ("fee-list-page-2.jpg", "fee-page", second, Severity.Normal, 0, 0),
            ("exif-turned-settlement-sheet.jpg", "settlement-grid", stay, Severity.Normal, 3, 6),
            ("upside-down-discharge-record.jpg", "discharge-grid", stay, Severity.Normal, 2, 0)]);
    }

    /// <summary>周桂兰, 67, acute appendicitis, nine days in hospital.</summary>
    private static Stay Villager()
    {
        var person = Person.Of("周桂兰", female: true, new DateOnly(1959, 3, 8), 4, "江阴市示例镇守望村6组18号");
        // The first seed whose costs look like a Jiangyin resident's: basic insurance pays about half, nothing from other funds.
        return Enumerable.Range(0, 10_000)
            .Select(seed => Stay.Of(Dice.For("villager", seed), person, Hospital.Sample, Illness.Appendicitis, new DateOnly(2026, 9, 8), 9, 18, 1))
            .First(s => s.Costs.Total.Value is > 900_000 and < 1_400_000 && s.Costs.OtherPaid.Value == 0 && s.Costs.OverLimit.Value == 0 && s.Costs.AccountPaid.Value == 0
                && s.Costs.BasicPaid.Value * 100 / s.Costs.Total.Value is >= 47 and <= 53);
    }

    /// <summary>The two pages of one fee list.</summary>
    private static (Stay, Stay) Split(Stay stay) =>
        (stay with { Items = [.. stay.Items.Take(stay.Items.Count / 2)] }, stay with { Items = [.. stay.Items.Skip(stay.Items.Count / 2)] });

    private static async Task Papers(Camera camera, string folder, IEnumerable<(string File, string Layout, Stay Stay, Severity Severity, int Turns, byte Orientation)> papers)
    {
        var truths = new SortedDictionary<string, Truth>(StringComparer.Ordinal);
        foreach (var (file, name, stay, severity, turns, orientation) in papers)
        {
            var layout = Layout.Named(name);
            var dice = Dice.For("sample", file);
            var sheet = new Sheet(stay, dice);
            var body = layout.Draw(sheet);
            var jpeg = await camera.Photograph(body, layout.Width, Pose.Of(severity, dice), dice, turns);
            File.WriteAllBytes(Path.Combine(folder, file), orientation == 0 ? jpeg : Exif.WithOrientation(jpeg, orientation));
            truths[file] = Truth.Of(layout, severity, sheet);
        }
        Truth.Write(folder, truths);
    }
}
