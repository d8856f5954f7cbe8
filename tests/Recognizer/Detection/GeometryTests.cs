using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Recognizer.Detection;

namespace Shouwang.Recognizer.Tests.Detection;

public sealed class GeometryTests
{
    static readonly Arbitrary<(int X, int Y)[]> Clouds =
        Gen.Choose(-500, 500).Two().Select(p => (p.Item1, p.Item2)).ArrayOf().Where(cloud => cloud.Length > 0).ToArbitrary();

    [Fact]
    public void The_smallest_rectangle_holds_every_point() => Prop.ForAll(Clouds, cloud =>
    {
        var r = MinimumRectangle.Around([.. cloud]);
        cloud.ShouldAllBe(p =>
            MathF.Abs(Vector2.Dot(new Vector2(p.X, p.Y) - r.Centre, r.Direction)) <= (r.Length / 2) + 0.1f &&
            MathF.Abs(Vector2.Dot(new Vector2(p.X, p.Y) - r.Centre, r.Across)) <= (r.Thickness / 2) + 0.1f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_smallest_rectangle_is_no_larger_than_the_upright_one() => Prop.ForAll(Clouds, cloud =>
    {
        var r = MinimumRectangle.Around([.. cloud]);
        float upright = (cloud.Max(p => p.X) - cloud.Min(p => p.X)) * (cloud.Max(p => p.Y) - cloud.Min(p => p.Y));
        (r.Length * r.Thickness).ShouldBeLessThanOrEqualTo((upright * 1.001f) + 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_corner_of_a_hull_is_one_of_the_points() => Prop.ForAll(Clouds, cloud =>
        ConvexHull.Of([.. cloud]).ShouldBeSubsetOf(cloud)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_slanted_bar_gives_one_box_along_the_slant()
    {
        const int Width = 200, Height = 120;
        var map = new float[Width * Height];
        for (var x = 40; x < 160; x++)
        {
            for (var thick = -5; thick <= 5; thick++)
                map[((60 + thick + ((x - 100) / 10)) * Width) + x] = 0.9f;
        }

        var box = BoxFinder.Find(map, Width, Height, new Vector2(2, 2)).ShouldHaveSingleItem();

        (box.TopRight.Y - box.TopLeft.Y).ShouldBeGreaterThan(10);
        box.Centre.X.ShouldBe(200, 4);
        box.Centre.Y.ShouldBe(120, 4);
        box.Height.ShouldBeInRange(30, 65);
        box.Score.ShouldBeGreaterThan(0.7f);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void A_bar_that_bends_gives_one_box_that_follows_it(int sag)
    {
        const int Width = 400, Height = 160;
        var map = new float[Width * Height];
        int Middle(int x) => 80 + (int)(sag * Math.Sin(Math.PI * (x - 40) / 320.0));
        for (var x = 40; x < 360; x++)
        {
            for (var thick = -5; thick <= 5; thick++)
                map[((Middle(x) + thick) * Width) + x] = 0.9f;
        }

        var box = BoxFinder.Find(map, Width, Height, new Vector2(2, 2)).ShouldHaveSingleItem();

        box.Height.ShouldBeInRange(30, 65);
        box.Score.ShouldBeGreaterThan(0.7f);
        foreach (var place in (float[])[0.1f, 0.25f, 0.5f, 0.75f, 0.9f])
        {
            var middle = box.Part(place - 0.01f, place + 0.01f).Centre;
            middle.Y.ShouldBe(2 * Middle((int)(middle.X / 2)), 6);
        }

        box.Outline().Height.ShouldBeInRange(box.Height + (2 * Math.Abs(sag) * 0.85f), box.Height + (2 * Math.Abs(sag) * 1.1f));
    }

    [Fact]
    public void Two_lines_that_touch_are_no_line_that_bends()
    {
        const int Width = 400, Height = 160;
        var map = new float[Width * Height];
        for (var x = 40; x < 360; x++)
        {
            for (var thick = -5; thick <= 5; thick++)
                map[((x < 200 ? 60 : 90) + thick) * Width + x] = 0.9f;
        }

        for (var y = 60; y < 90; y++)
            map[(y * Width) + 200] = 0.9f;

        BoxFinder.Find(map, Width, Height, Vector2.One).ShouldAllBe(box => box.Bend == null);
    }

    [Fact]
    public void A_faint_map_gives_no_boxes() => BoxFinder.Find(Enumerable.Repeat(0.2f, 10_000).ToArray(), 100, 100, Vector2.One).ShouldBeEmpty();

    [Fact]
    public void Facing_four_times_a_quarter_turn_changes_nothing()
    {
        var box = new TextBox(new(0, 0), new(10, 1), new(9, 5), new(-1, 4), 1);
        box.Facing(1).Facing(1).Facing(1).Facing(1).ShouldBe(box);
        box.Facing(1).TopLeft.ShouldBe(box.TopRight);
        box.Facing(3).Facing(1).ShouldBe(box);
    }
}
