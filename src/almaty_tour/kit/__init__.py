"""The vocabulary of modelling: numbers in, `MeshData` out, all in the model frame.

Model frame: metres, z up, the front looks to -y. Wall pieces lie on the plane y = 0, x runs
to the right for somebody before them, and what stands out goes to -y.

paint      Paint(material, "#RRGGBB")  PLASTER STONE GRANITE GLASS GOLD BRONZE ...
profile    line joined arc smooth | rectangle rounded_rectangle notched chamfered regular circle
           ellipse star offset | arch_head opening | fillet cyma cavetto ovolo torus stacked
           cornice plinth string_course steps_profile            (all (k, 2) arrays)
solid      solid(positions, faces, paint)      normals with creases, layout, welding
extrude    prism box block sheet panel sweep triangulate grid_faces
lathe      lathe sphere cylinder ring ribs flutes
transform  matrix move turn_z turn scale mirror_x mirror_y replicate at along around on_edge
opening    Opening(width, height, head=, bars=, reveal_m=, surround=, hood_m=, ...)  infill
wall       Placed rhythm wall grid_wall walls edge_length_m
column     column pier pilaster shaft attic_base     capital  tuscan ionic corinthian leaf abacus
arch       arcade archivolt portal
cornice    cornice bracket steps stalactites along_path
dome       curve dome facets banded scales drum      finial   ball cross crescent star
roof       flat tent hip gable vault skirt cone
stair      straight around ramp terrace | straight_floors around_floors floor wall_prism
rail       balustrade baluster railing parapet
pylon      obelisk stacked rod rods lattice
pool       basin bowl jet arched_jet ring_of_jets
ornament   ribbon spiral horns horn_cross lozenge frieze rosette lattice star_lattice
lettering  lettering("ТЕАТР", height_m)
sdf        ball ellipsoid capsule limb rounded_box revolved union subtract intersect folds
           mirrored_x moved turned scaled surface            (soft shapes for sculpture)
statue     standing seated figure head horse rider leopard
bend       bent(mesh, radius_m)                a flat wall piece laid round a cylinder
curtain    Curtain face around gable           glass walls: panes of their own tint, spandrels, bars
drawn      placed carved contours              figures as outlines: carved or drawn in lines
spray      plume stream                        water that stands in the air, drop by drop
chisel     chiselled(figure, paint)            a cast figure with creases, as if cut
settle     settled(mesh)                       sculpture without slivers that face the wrong way
props      build("tree.poplar", level) kinds instances scatter     (see kit/props)
"""
